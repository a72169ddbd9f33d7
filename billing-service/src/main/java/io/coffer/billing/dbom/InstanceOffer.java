package io.coffer.billing.dbom;

import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.contracts.dbom.InstanceSettings;
import java.util.Optional;

/** What an instance may be, of what is for sale. */
final class InstanceOffer {

  private InstanceOffer() {}

  /** Why it is not sold like this, with the field first; empty where it is. */
  static Optional<String> fault(InstanceSettings wanted, Products products) {
    if (wanted.specCode() == null) {
      return Optional.of("product_infos[0].resource_spec_code is mandatory.");
    }
    Optional<Product.Instance> found = products.find(Product.Instance.class, wanted.specCode());
    if (found.isEmpty()) {
      return Optional.of(
          "product_infos[0].resource_spec_code must be one of "
              + String.join(
                  ", ",
                  products.of(Product.Instance.class).stream()
                      .map(Product.Instance::specCode)
                      .toList())
              + ".");
    }
    Product.Instance product = found.get();
    if (!product.flavors().contains(wanted.flavorRef())) {
      return Optional.of(
          "flavor_ref must be one of "
              + String.join(", ", product.flavors())
              + " for "
              + product.specCode()
              + ".");
    }
    return wanted.assetNums() > product.assets()
        ? Optional.of(
            "asset_nums must be 1 to " + product.assets() + " for " + product.specCode() + ".")
        : Optional.empty();
  }
}
