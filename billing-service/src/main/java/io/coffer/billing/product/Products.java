package io.coffer.billing.product;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that may be bought, as the files have it. */
public final class Products {

  private final Map<String, Product> bySpecCode = new LinkedHashMap<>();

  Products(Collection<Product> products) {
    products.forEach(product -> bySpecCode.put(product.specCode(), product));
  }

  /** The product with this spec code. */
  public Optional<Product> find(String specCode) {
    return Optional.ofNullable(bySpecCode.get(specCode));
  }

  /** The product with this spec code, if it is of this kind. */
  public <P extends Product> Optional<P> find(Class<P> kind, String specCode) {
    return find(specCode).filter(kind::isInstance).map(kind::cast);
  }

  /** The products of a kind, in the order of the files. */
  public <P extends Product> List<P> of(Class<P> kind) {
    return bySpecCode.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All products, in the order of the files. */
  public Collection<Product> all() {
    return Collections.unmodifiableCollection(bySpecCode.values());
  }
}
