package io.coffer.billing.product;

/**
 * What is wrong in a file.
 *
 * @param at the file and the path in it, for example {@code prices.yaml: prices[3].amount}
 * @param what with what to do about it
 */
record Fault(String at, String what) {

  @Override
  public String toString() {
    return at + ": " + what;
  }
}
