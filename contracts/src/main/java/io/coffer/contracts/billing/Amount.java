package io.coffer.contracts.billing;

/**
 * An amount of money, exactly as it is meant.
 *
 * @param value a decimal number, such as {@code 12.50}; negative for what a customer gets
 * @param currency three letters of ISO 4217
 */
public record Amount(String value, String currency) {}
