package io.coffer.vault.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.owner.page.Criteria;
import io.coffer.vault.Samples;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Ten thousand vaults in ten projects, and filters by chance; a thousand of them in long runs. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class InstanceQueryIT {

  private static final long SEED = 20_261_129;
  private static final int PROJECTS = 10;
  private static final int VAULTS = 1_000;
  private static final int FILTERS = Integer.getInteger("coffer.filters", 300);

  private static final List<String> KEYS = List.of("a", "b", "c", "key", "Key", "ключ");
  private static final List<String> VALUES = List.of("", "1", "12", "2", "x_%y", "X_%Y", "值");
  private static final List<String> PARTS = List.of("*1", "*_%", "*值", "*X", "*%");
  private static final List<String> NAMES = List.of("alpha", "Alpha", "a%b", "ab", "имя");
  private static final List<String> ENTERPRISES = List.of("0", "1", "x");
  private static final List<String> TYPES = List.of("server", "disk", "turbo");
  private static final List<String> CLOUDS = List.of("public", "hybrid");

  @Inject DataSource database;

  private final Random random = new Random(SEED);

  /** A vault as both sides know it. */
  private record Made(UUID id, VaultSettings settings, List<Tag> tags) {}

  @Test
  void givesTheVaultsThatThePureFilterAccepts() throws Throwable {
    Map<String, List<Made>> projects = new HashMap<>();
    for (int i = 0; i < PROJECTS; i++) {
      projects.put(Integer.toString(i), Stream.generate(this::vault).limit(VAULTS).toList());
    }
    try {
      projects.forEach(this::insert);
      analyze();
      int found = 0;
      for (int i = 0; i < FILTERS; i++) {
        String project = Integer.toString(i % PROJECTS);
        InstanceFilter filter = filter();
        Set<UUID> wanted =
            projects.get(project).stream()
                .filter(vault -> filter.accepts(vault.settings(), vault.tags()))
                .map(Made::id)
                .collect(Collectors.toSet());
        assertThat(asked(project(project), filter)).as(filter.toString()).isEqualTo(wanted);
        found += wanted.size();
      }
      assertThat(found).isBetween(FILTERS * 10, FILTERS * VAULTS * 9 / 10);
    } finally {
      for (String project : projects.keySet()) {
        wipe(project(project));
      }
    }
  }

  private static Set<UUID> asked(String project, InstanceFilter filter) throws Throwable {
    Criteria criteria = InstanceQuery.criteria(project, filter);
    String hql = "select r.id from VaultRow r" + criteria.clause();
    Supplier<Uni<List<UUID>>> query =
        () ->
            Panache.withSession(
                () ->
                    Panache.getSession()
                        .chain(
                            session ->
                                criteria
                                    .bind(session.createSelectionQuery(hql, UUID.class))
                                    .getResultList()));
    List<UUID> ids = VertxContextSupport.subscribeAndAwait(query);
    assertThat(ids).doesNotHaveDuplicates();
    return new HashSet<>(ids);
  }

  private Made vault() {
    VaultSettings sample = Samples.settings(any(NAMES), any(TYPES), 100, false, false);
    Map<String, Object> other =
        Map.of("enterpriseProjectId", any(ENTERPRISES), "cloudType", any(CLOUDS));
    List<Tag> tags = new ArrayList<>();
    for (String key : some(KEYS, 4)) {
      tags.add(new Tag(key, any(VALUES)));
    }
    return new Made(
        new UUID(random.nextLong(), random.nextLong()), Json.changed(sample, other), tags);
  }

  private InstanceFilter filter() {
    return new InstanceFilter(
        random.nextInt(20) == 0,
        keys(),
        keys(),
        keys(),
        keys(),
        random.nextInt(4) == 0 ? some(ENTERPRISES, 2) : List.of(),
        random.nextInt(4) == 0 ? any(CLOUDS) : null,
        random.nextInt(4) == 0 ? any(TYPES) : null,
        random.nextInt(4) == 0 ? any(List.of("", "a", "lph", "%", "имя", "A", "_")) : null);
  }

  private List<KeyFilter> keys() {
    List<KeyFilter> keys = new ArrayList<>();
    for (String key : random.nextInt(3) > 0 ? List.<String>of() : some(KEYS, 3)) {
      List<String> values = new ArrayList<>(some(VALUES, 3));
      values.addAll(some(PARTS, 1));
      keys.add(new KeyFilter(key, values));
    }
    return keys;
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Up to so many of them, each once. */
  private List<String> some(List<String> list, int most) {
    int count = random.nextInt(most + 1);
    return Stream.generate(() -> any(list)).distinct().limit(count).toList();
  }

  private static String project(String name) {
    return "tags-" + SEED + "-" + name;
  }

  private void insert(String name, List<Made> vaults) {
    String vaultSql =
        "insert into store.vault (id, project_id, status, name, object_type, protect_type,"
            + " cloud_type, size_gb, enterprise_project_id, settings, tags, used_bytes, backups,"
            + " created_at, updated_at) values (?, ?, 'available', ?, ?, 'backup', ?, 100, ?,"
            + " '{}', '[]', 0, 0, ?, ?)";
    String tagSql =
        "insert into store.vault_tag (vault_id, project_id, tag_key, tag_value)"
            + " values (?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement row = connection.prepareStatement(vaultSql);
        PreparedStatement tag = connection.prepareStatement(tagSql)) {
      Timestamp time = Timestamp.from(Samples.TIME);
      for (Made vault : vaults) {
        VaultSettings chosen = vault.settings();
        set(
            row,
            vault.id(),
            project(name),
            chosen.name(),
            chosen.objectType(),
            chosen.cloudType(),
            chosen.enterpriseProjectId(),
            time,
            time);
        for (Tag one : vault.tags()) {
          set(tag, vault.id(), project(name), one.key(), one.value());
        }
      }
      row.executeBatch();
      tag.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Plans that are made for empty tables take hundred times as long. */
  private void analyze() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze store.vault, store.vault_tag");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private void wipe(String project) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (String table : List.of("vault", "vault_tag")) {
        try (PreparedStatement delete =
            connection.prepareStatement("delete from store." + table + " where project_id = ?")) {
          delete.setString(1, project);
          delete.executeUpdate();
        }
      }
    }
  }
}
