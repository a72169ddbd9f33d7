package io.coffer.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.coffer.gateway.error.ErrorForm;
import java.util.ArrayList;
import java.util.List;

/** Operations of small documents. */
final class Documents {

  private Documents() {}

  /** Takes bodies of this schema. */
  static Operation taking(String schema) {
    return new Operation(
        "/", List.of(), tree(schema), new Schemas(new ObjectMapper().nullNode()), ErrorForm.FLAT);
  }

  /** Takes queries of these parameters. */
  static Operation asking(String parameters) {
    List<JsonNode> all = new ArrayList<>();
    tree(parameters).forEach(all::add);
    return new Operation(
        "/",
        all,
        MissingNode.getInstance(),
        new Schemas(new ObjectMapper().nullNode()),
        ErrorForm.FLAT);
  }

  private static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
