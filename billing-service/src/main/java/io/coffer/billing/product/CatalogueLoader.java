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

/** Reads the catalogue once, when the service starts; a bad one lets nothing start. */
@Singleton
public class CatalogueLoader {

  private static final List<String> COMING_ALONG = List.of("products.yaml", "prices.yaml");

  @Startup
  @Produces
  @Singleton
  Catalogue catalogue(CatalogueSettings settings) {
    return settings.folder().map(CatalogueLoader::in).orElseGet(CatalogueLoader::comingAlong);
  }

  @Produces
  @Singleton
  Products products(Catalogue catalogue) {
    return catalogue.products();
  }

  @Produces
  @Singleton
  PriceBook prices(Catalogue catalogue) {
    return catalogue.prices();
  }

  /** The catalogue that comes with Coffer. */
  public static Catalogue comingAlong() {
    return Catalogue.of(COMING_ALONG.stream().map(CatalogueLoader::resource).toList());
  }

  /** The catalogue of all YAML files in a folder, in the order of their names. */
  public static Catalogue in(Path folder) {
    List<CatalogueFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file :
          found.filter(one -> one.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        files.add(new CatalogueFile(file.toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new CatalogueException(
          List.of(new Fault(folder.toString(), "it cannot be read: " + e)));
    }
    if (files.isEmpty()) {
      throw new CatalogueException(
          List.of(new Fault(folder.toString(), "put files with the ending .yaml there")));
    }
    return Catalogue.of(files);
  }

  private static CatalogueFile resource(String name) {
    try (InputStream file = CatalogueLoader.class.getResourceAsStream("/products/" + name)) {
      return new CatalogueFile(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
