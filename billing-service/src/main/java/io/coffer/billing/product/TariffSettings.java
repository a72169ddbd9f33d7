package io.coffer.billing.product;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where products and prices stand. */
@ConfigMapping(prefix = "coffer.products")
interface TariffSettings {

  /** A folder with YAML files of products and prices, used in place of those that come along. */
  Optional<Path> folder();
}
