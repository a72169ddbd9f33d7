package io.coffer.vault.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.messaging.testing.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class LongListIT extends Flow {

  @TestHTTPResource URI base;

  private StoreRows rows;

  @BeforeEach
  void prepare() {
    rows = new StoreRows(database, project);
  }

  @AfterEach
  void leave() throws SQLException {
    wipe();
  }

  @Test
  void isTheSameToTheByteAsItsParts() throws Exception {
    rows.vaults(130, 37);
    rows.backups(150, 23);
    assertSameAsItsParts("vaults", "", 130);
    assertSameAsItsParts("backups", "", 150);
    assertSameAsItsParts("backups", "&sort=name:asc", 150);
    assertSameAsItsParts("vaults", "&id=" + ids("/vaults").get(7), 1);
  }

  @Test
  void isCutByLimitOffsetAndMarker() throws Exception {
    rows.vaults(260, 0);
    List<String> all = ids("/vaults");
    assertThat(all).hasSize(260).doesNotHaveDuplicates();
    assertThat(ids("/vaults?offset=30")).isEqualTo(all.subList(30, 260));
    assertThat(ids("/vaults?offset=30&limit=120")).isEqualTo(all.subList(30, 150));
    assertThat(ids("/vaults?marker=" + all.get(99))).isEqualTo(all.subList(100, 260));
    assertThat(read("/vaults?offset=30&limit=120").getInt("count")).isEqualTo(260);
    get("/vaults?limit=200&status=x").then().statusCode(400);
  }

  @Test
  void holdsNothingOfTheDatabaseForWhoReadsSlowly() throws Exception {
    rows.vaults(170, 200);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 12; i++) { // more than there are connections to the database
        slow.add(ask("/vaults"));
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> activeStatements() == 0);
      assertThat(ids("/vaults?limit=3")).hasSize(3);
      assertThat(openTransactions()).isZero();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(text("/vaults")).endsWith("]}");
  }

  private void assertSameAsItsParts(String name, String query, int count) throws IOException {
    List<String> parts = new ArrayList<>();
    for (int offset = 0; offset < count; offset += 20) {
      String part = text("/" + name + "?limit=20&offset=" + offset + query);
      parts.add(elements(name, part));
    }
    String whole = text("/" + name + "?limit=1000" + query);
    assertThat(elements(name, whole).equals(String.join(",", parts))).as(name + query).isTrue();
    JsonNode read = Json.MAPPER.readTree(whole);
    assertThat(read.path("count").asInt()).isEqualTo(count);
    assertThat(Json.MAPPER.writeValueAsString(Json.MAPPER.treeToValue(read, Object.class)))
        .isEqualTo(whole);
  }

  private static String elements(String name, String answer) {
    int start = answer.indexOf("\"" + name + "\":[") + name.length() + 4;
    return answer.substring(start, answer.lastIndexOf(']'));
  }

  private List<String> ids(String query) {
    String name = query.substring(1).split("\\?")[0];
    return read(query).getList(name + ".id");
  }

  private String text(String path) {
    return get(path).then().statusCode(200).extract().asString();
  }

  /** Asks and reads nothing. */
  private Socket ask(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new java.net.InetSocketAddress(base.getHost(), base.getPort()));
    String request =
        "GET /internal/projects/%s%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(project, path, ServiceStack.TOKEN);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  private int activeStatements() throws SQLException {
    return sessions("state = 'active' and query like '%vault_resource%'");
  }

  private int openTransactions() throws SQLException {
    return sessions("state like 'idle in transaction%'");
  }

  private int sessions(String condition) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      ResultSet count =
          statement.executeQuery(
              "select count(*) from pg_stat_activity where datname = current_database()"
                  + " and pid <> pg_backend_pid() and "
                  + condition);
      count.next();
      return count.getInt(1);
    }
  }
}
