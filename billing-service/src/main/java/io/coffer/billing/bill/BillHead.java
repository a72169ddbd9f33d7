package io.coffer.billing.bill;

/** A month that something was charged in. */
record BillHead(String month, String currency, String total) {}
