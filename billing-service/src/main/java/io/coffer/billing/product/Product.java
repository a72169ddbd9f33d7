package io.coffer.billing.product;

import java.util.List;

/** Something that may be bought. */
public sealed interface Product {

  /** Names it in orders and prices, for example {@code vault.backup.server.normal}. */
  String specCode();

  /** Names it where clients send a product id. */
  String productId();

  /** What people call it. */
  String name();

  /**
   * Gigabytes of a vault.
   *
   * @param measure what is charged per use
   */
  record Vault(String specCode, String productId, String name, Measure measure)
      implements Product {}

  /**
   * Gigabytes that need not be paid per use while the package is valid.
   *
   * @param covers spec codes of the vaults whose use it takes over
   */
  record ResourcePackage(
      String specCode, String productId, String name, int volumeGb, List<String> covers)
      implements Product {}

  /**
   * An instance for operation and maintenance of databases.
   *
   * @param flavors the machines that it may run on
   * @param assets how many databases it may look after
   */
  record Instance(String specCode, String productId, String name, List<String> flavors, int assets)
      implements Product {}
}
