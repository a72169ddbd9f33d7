package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ErrorForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the contract says of the requests of one operation. */
public final class Operation {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  private final String path;
  private final ErrorForm errors;
  private final ObjectRule body;
  private final Map<String, Rule> variables = new TreeMap<>();
  private final List<QueryRule> query = new ArrayList<>();

  Operation(
      String path, List<JsonNode> parameters, JsonNode body, Schemas schemas, ErrorForm errors) {
    this.errors = errors;
    this.path = path.replaceFirst("^/v[0-9]/\\{project_id}/", "");
    this.body =
        body.isMissingNode() ? null : (ObjectRule) schemas.rule(body, CbrError.INVALID_PARAMETER);
    for (JsonNode parameter : parameters) {
      switch (parameter.path("in").asText()) {
        case "query" -> query.add(QueryRule.of(parameter, schemas));
        case "path" ->
            variables.put(
                parameter.path("name").asText(),
                schemas.rule(parameter.path("schema"), CbrError.INVALID_PARAMETER));
        default -> {}
      }
    }
  }

  /** How its errors are told. */
  public ErrorForm errors() {
    return errors;
  }

  /**
   * Reads a body.
   *
   * @throws io.coffer.gateway.error.ApiException that opens with the path of the field
   */
  public Body body(byte[] bytes) {
    return new Body(body, body.checked(FieldPath.BODY, BodyParser.tree(bytes)));
  }

  /**
   * An id in the path.
   *
   * @throws io.coffer.gateway.error.ApiException 404 for what is no id
   */
  public UUID id(String name, String text) {
    return ((IdRule) variables.get(name)).uuid(FieldPath.parameter(name), text);
  }

  /**
   * A text in the path.
   *
   * @throws io.coffer.gateway.error.ApiException that opens with its name
   */
  public String text(String name, String given) {
    return checked(name, given).textValue();
  }

  /** The path below the project, with its variables checked and put in. */
  public String path(UnaryOperator<String> variable) {
    return VARIABLE
        .matcher(path)
        .replaceAll(
            found -> {
              String name = found.group(1);
              return URLEncoder.encode(text(name, variable.apply(name)), StandardCharsets.UTF_8);
            });
  }

  private JsonNode checked(String name, String given) {
    return variables.get(name).checked(FieldPath.parameter(name), TextNode.valueOf(given));
  }

  /**
   * Checks a query and drops what nobody documented.
   *
   * @return the query to send on, encoded, with its question mark; empty for none
   */
  public String query(QueryParameters given) {
    StringBuilder sent = new StringBuilder();
    for (QueryRule rule : query) {
      for (String value : rule.sentOn(given.all(rule.name()))) {
        sent.append(sent.isEmpty() ? '?' : '&')
            .append(rule.name())
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return sent.toString();
  }
}
