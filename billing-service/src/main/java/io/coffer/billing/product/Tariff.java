package io.coffer.billing.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** What may be bought and what it costs: read whole and checked whole, or not at all. */
public record Tariff(Products products, PriceBook prices) {

  /** The products of vaults that the API names, and Coffer's own for files. */
  private static final Set<String> VAULTS =
      Set.of(
          "vault.backup.server.normal",
          "vault.backup.turbo.normal",
          "vault.backup.database.normal",
          "vault.backup.volume.normal",
          "vault.backup.rds.normal",
          "vault.backup.file.normal",
          "vault.replication.server.normal",
          "vault.hybrid.server.normal");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * Reads these files as one.
   *
   * @throws TariffException with everything that is wrong
   */
  static Tariff of(List<TariffFile> files) {
    List<Fault> faults = new ArrayList<>();
    List<Entry> roots = files.stream().map(file -> file.read(faults)).toList();
    Map<String, CurrencyUnit> currencies = new LinkedHashMap<>();
    roots.forEach(root -> root.entries("regions").forEach(region -> currency(region, currencies)));
    Map<String, Product> products = new LinkedHashMap<>();
    roots.forEach(root -> root.entries("products").forEach(one -> product(one, products)));
    PriceReader prices = new PriceReader(currencies, products.keySet());
    roots.forEach(root -> root.entries("prices").forEach(prices::read));
    prices.check();
    if (!faults.isEmpty()) {
      throw new TariffException(faults);
    }
    return new Tariff(new Products(products.values()), new PriceBook(currencies, prices.prices()));
  }

  private static void currency(Entry entry, Map<String, CurrencyUnit> currencies) {
    entry.only("region", "currency");
    Optional<String> region = entry.text("region");
    Optional<CurrencyUnit> currency =
        entry.word(
            "currency",
            code ->
                Monetary.isCurrencyAvailable(code)
                    ? Optional.of(Monetary.getCurrency(code))
                    : Optional.empty(),
            "the codes of ISO 4217, such as EUR");
    if (region.isPresent()
        && currency.isPresent()
        && currencies.putIfAbsent(region.get(), currency.get()) != null) {
      entry.fault("region", region.get() + " is there already; leave one of them out");
    }
  }

  private static void product(Entry entry, Map<String, Product> products) {
    read(entry)
        .ifPresent(
            product -> {
              if (products.putIfAbsent(product.specCode(), product) != null) {
                entry.fault(
                    "spec_code", product.specCode() + " is there already; leave one of them out");
              }
            });
  }

  private static Optional<Product> read(Entry entry) {
    String kind = entry.text("kind").orElse("");
    String specCode = entry.text("spec_code").orElse("");
    String id = entry.text("product_id").orElse("");
    if (!ID.matcher(id).matches()) {
      entry.fault("product_id", "write 1 to 64 letters, digits, _ and - as orders have them");
    }
    String name = entry.text("name").orElse("");
    switch (kind) {
      case "vault" -> {
        entry.only("kind", "spec_code", "product_id", "name", "measure");
        vault(entry, "spec_code", specCode);
        return entry
            .word("measure", Measure::of, "provisioned, used")
            .map(measure -> new Product.Vault(specCode, id, name, measure));
      }
      case "package" -> {
        entry.only("kind", "spec_code", "product_id", "name", "volume_gb", "covers");
        List<String> covers = entry.texts("covers");
        covers.forEach(covered -> vault(entry, "covers", covered));
        return entry
            .count("volume_gb")
            .map(gb -> new Product.ResourcePackage(specCode, id, name, gb, covers));
      }
      case "instance" -> {
        entry.only("kind", "spec_code", "product_id", "name", "flavors", "assets");
        List<String> flavors = entry.texts("flavors");
        return entry
            .count("assets")
            .map(assets -> new Product.Instance(specCode, id, name, flavors, assets));
      }
      default -> {
        entry.fault("kind", "write one of vault, package, instance");
        return Optional.empty();
      }
    }
  }

  private static void vault(Entry entry, String field, String specCode) {
    if (!specCode.isEmpty() && !VAULTS.contains(specCode)) {
      entry.fault(
          field,
          specCode
              + " is no spec code of vaults; write one of "
              + VAULTS.stream().sorted().toList());
    }
  }
}
