package io.coffer.billing.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {

  private static final String GOOD =
      """
      regions: [{region: here, currency: EUR}]
      products:
        - {kind: vault, spec_code: vault.backup.server.normal, product_id: v1, name: V, measure: used}
        - {kind: package, spec_code: p, product_id: p1, name: P, volume_gb: 10, covers: [vault.backup.server.normal]}
        - {kind: instance, spec_code: i, product_id: i1, name: I, flavors: [f], assets: 3}
      prices:
        - {region: here, spec_code: p, period: month, amount: 12.50, from: "2026-01-01T00:00:00Z", until: "2026-03-01T00:00:00Z"}
        - {region: here, spec_code: p, period: month, amount: "13.50", from: "2026-03-01T00:00:00Z"}
      """;

  @Test
  void readsWhatComesAlong() {
    Tariff tariff = TariffLoader.comingAlong();
    assertThat(tariff.products().of(Product.Vault.class)).hasSize(8);
    assertThat(
            tariff
                .products()
                .find(Product.ResourcePackage.class, "gaussdb.mysql.backup.pkg.1tb")
                .orElseThrow()
                .volumeGb())
        .isEqualTo(1024);
    assertThat(tariff.products().find("dbss.opsmgmt.high"))
        .containsInstanceOf(Product.Instance.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          currency: EUR           | currency: XQX           | regions[0].currency: XQX is unknown
          region: here, currency  | region: '', currency    | regions[0].region: a text is missing
          kind: vault             | kind: bucket            | products[0].kind: write one of
          server.normal, product  | shelf.normal, product   | products[0].spec_code: vault.backup.shelf.normal is no spec code
          measure: used           | measure: seen           | products[0].measure: seen is unknown
          product_id: v1          | product_id: v/1         | products[0].product_id: write 1 to 64
          name: V,                | name: V, colour: red,   | products[0].colour: nobody knows this field
          [vault.backup.server    | [vault.backup.shelf     | products[1].covers: vault.backup.shelf.normal is no spec code
          volume_gb: 10           | volume_gb: 0            | products[1].volume_gb: write a whole number above zero
          spec_code: i, product   | spec_code: p, product   | products[2].spec_code: p is there already
          flavors: [f]            | flavors: []             | products[2].flavors: a list of texts is missing
          region: here, spec_code | region: far, spec_code  | prices[0].region: far is unknown
          spec_code: p, period    | spec_code: q, period    | prices[0].spec_code: q is unknown
          period: month           | period: week            | prices[0].period: week is unknown
          12.50                   | -1                      | prices[0].amount: -1 is negative
          12.50                   | 12.505                  | prices[0].amount: 12.505 has more decimals
          12.50                   | much                    | prices[0].amount: write a number
          2026-01-01T00:00:00Z    | yesterday               | prices[0].from: write a moment
          2026-01-01T00:00:00Z    | 2026-01-01T00:10:00Z    | prices[0].from: an hour has one price
          2026-01-01T00:00:00Z    | 2026-03-01T00:00:00Z    | prices[0].until: the price would never hold
          until: "2026-03-01      | until: "2026-03-02      | prices[1].from: the price overlaps with test.yaml: prices[0].from
          regions: [              | shops: [                | shops: nobody knows this field
          """)
  void namesTheFileThePathAndTheCure(String good, String bad, String message) {
    assertThatThrownBy(() -> read(GOOD.replaceFirst(Pattern.quote(good), bad)))
        .isInstanceOf(TariffException.class)
        .hasMessageContaining("test.yaml: " + message);
  }

  @Test
  void namesTheLineOfWhatIsNoYaml() {
    assertThatThrownBy(() -> read("regions: [\nproducts: }"))
        .isInstanceOf(TariffException.class)
        .hasMessageContaining("test.yaml: line 2: this is no YAML");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatThrownBy(() -> read(GOOD.replace("12.50", "-1").replace("measure: used", "a: b")))
        .hasMessageContaining("prices[0].amount")
        .hasMessageContaining("products[0].measure");
  }

  @Test
  void takesAFolderInPlaceOfWhatComesAlong(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> TariffLoader.in(folder)).hasMessageContaining(folder.toString());
    int prices = GOOD.indexOf("prices:");
    Files.writeString(folder.resolve("b.yaml"), GOOD.substring(0, prices));
    Files.writeString(folder.resolve("a.yml"), GOOD.substring(prices));
    Files.writeString(folder.resolve("notes.txt"), "no YAML: [");
    Tariff tariff = TariffLoader.in(folder);
    assertThat(tariff.products().all()).hasSize(3);
    assertThat(tariff.prices().prices()).hasSize(2);
  }

  private static Tariff read(String yaml) {
    return Tariff.of(List.of(new TariffFile("test.yaml", yaml)));
  }
}
