package io.coffer.billing.bill;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Reads what a project is charged. */
record BillReader(String project) {

  /** The bill of a month. */
  JsonNode bill(String month) {
    return read("/bills/" + month).path("bill");
  }

  JsonNode read(String path) {
    return json("/internal/projects/" + project + path);
  }

  static JsonNode json(String path) {
    try {
      return Json.MAPPER.readTree(text(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was charged is the same to the byte when it is folded from these events anew. */
  void isTheSameFrom(List<Received> events, String month, Replayer replayer, Pool pool)
      throws Throwable {
    String path = "/internal/projects/" + project + "/bills";
    String bill = text(path + "/" + month);
    String months = text(path);
    for (String rows :
        List.of(
            "usage_line where hour_id in (select id from store.closed_hour where project = $1)",
            "closed_hour where project = $1",
            "month_cost where project = $1")) {
      pool.preparedQuery("delete from store." + rows)
          .execute(Tuple.of(project))
          .await()
          .atMost(Duration.ofSeconds(20));
    }
    assertThat(bill(month).path("lines")).isEmpty();
    VertxContextSupport.subscribeAndAwait(() -> replayer.fold(events));
    assertThat(text(path + "/" + month)).isEqualTo(bill);
    assertThat(text(path)).isEqualTo(months);
  }

  private static String text(String path) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
