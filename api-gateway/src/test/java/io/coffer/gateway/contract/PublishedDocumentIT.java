package io.coffer.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.coffer.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class PublishedDocumentIT {

  private static final String VAULTS = "/v3/{project_id}/vaults";

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/openapi?format=json", "/openapi?format=JSON"})
  void isJsonForWhoAsksForIt(String path) {
    String document =
        given().get(path).then().contentType(startsWith("application/json")).extract().asString();
    assertThat(new JsonPath(document).getMap("paths")).containsKey(VAULTS);
    assertThat(given().accept("application/json").get("/openapi").asString()).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/openapi.yaml", "/openapi.yml", "/openapi?format=yaml"})
  void isYamlForOthersTheSameEachTime(String path) {
    String document =
        given().get(path).then().contentType(startsWith("application/yaml")).extract().asString();
    assertThat(document).contains(VAULTS + ":");
    assertThat(given().get(path).asString()).isEqualTo(document);
  }

  @Test
  void tellsItsLengthWithoutItself() {
    String length = given().get("/openapi").header("Content-Length");
    given().head("/openapi").then().statusCode(200).header("Content-Length", equalTo(length));
  }
}
