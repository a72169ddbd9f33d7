package io.coffer.billing.product;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tariff once, when the service starts; a bad one lets nothing start. */
@Singleton
public class TariffLoader {

  private static final List<String> COMING_ALONG = List.of("products.yaml", "prices.yaml");

  @Startup
  @Produces
  @Singleton
  Tariff tariff(TariffSettings settings) {
    return settings.folder().map(TariffLoader::in).orElseGet(TariffLoader::comingAlong);
  }

  @Produces
  @Singleton
  Products products(Tariff tariff) {
    return tariff.products();
  }

  @Produces
  @Singleton
  PriceBook prices(Tariff tariff) {
    return tariff.prices();
  }

  /** The tariff that comes with Coffer. */
  public static Tariff comingAlong() {
    return Tariff.of(COMING_ALONG.stream().map(TariffLoader::resource).toList());
  }

  /** The tariff of all YAML files in a folder, in the order of their names. */
  public static Tariff in(Path folder) {
    List<TariffFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file :
          found.filter(one -> one.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        files.add(new TariffFile(file.toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new TariffException(List.of(new Fault(folder.toString(), "it cannot be read: " + e)));
    }
    if (files.isEmpty()) {
      throw new TariffException(
          List.of(new Fault(folder.toString(), "put files with the ending .yaml there")));
    }
    return Tariff.of(files);
  }

  private static TariffFile resource(String name) {
    try (InputStream file = TariffLoader.class.getResourceAsStream("/products/" + name)) {
      return new TariffFile(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
