package io.coffer.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.error.ErrorForm;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI document as what checks requests. No limit of a request stands anywhere else. */
@Startup
@Singleton
public class Contract {

  private final Map<String, Operation> byRoute = new HashMap<>();
  private final Map<String, Operation> byId = new HashMap<>();

  public Contract() {
    this(published());
  }

  Contract(JsonNode document) {
    Schemas schemas = new Schemas(document);
    document
        .path("paths")
        .fields()
        .forEachRemaining(path -> compile(path.getKey(), path.getValue(), schemas));
  }

  /** The operation of a route, for example of {@code GET /v3/{project_id}/vaults}; or null. */
  public Operation at(String route) {
    return byRoute.get(route);
  }

  /** The operation of this id. */
  public Operation operation(String id) {
    return byId.get(id);
  }

  private void compile(String path, JsonNode item, Schemas schemas) {
    item.fields()
        .forEachRemaining(
            method -> {
              if (method.getValue().has("operationId")) {
                List<JsonNode> parameters = new ArrayList<>();
                item.path("parameters").forEach(each -> parameters.add(schemas.resolved(each)));
                method
                    .getValue()
                    .path("parameters")
                    .forEach(each -> parameters.add(schemas.resolved(each)));
                JsonNode body =
                    method
                        .getValue()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
                ErrorForm errors =
                    ErrorForm.valueOf(method.getValue().path("x-error-form").asText("FLAT"));
                Operation operation = new Operation(path, parameters, body, schemas, errors);
                byRoute.put(method.getKey().toUpperCase(Locale.ROOT) + " " + path, operation);
                byId.put(method.getValue().path("operationId").asText(), operation);
              }
            });
  }

  private static JsonNode published() {
    try (InputStream document = Contract.class.getResourceAsStream("/META-INF/openapi.json")) {
      return Json.MAPPER.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
