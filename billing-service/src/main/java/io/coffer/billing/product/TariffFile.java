package io.coffer.billing.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/**
 * A file of products or prices.
 *
 * @param name what messages call it
 * @param yaml what stands in it
 */
record TariffFile(String name, String yaml) {

  /** Reads numbers digit by digit: 0.1 is a tenth. */
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  Entry read(List<Fault> faults) {
    return new Entry(name + ": ", tree(faults), faults).only("regions", "products", "prices");
  }

  private JsonNode tree(List<Fault> faults) {
    try {
      JsonNode tree = MAPPER.readTree(yaml);
      if (tree.isObject()) {
        return tree;
      }
      faults.add(new Fault(name, "write a mapping with regions, products or prices"));
    } catch (JsonProcessingException e) {
      faults.add(
          new Fault(
              name + ": line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
              "this is no YAML: " + e.getOriginalMessage()));
    }
    return MAPPER.createObjectNode();
  }
}
