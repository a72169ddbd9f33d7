package io.coffer.billing.resourcepackage;

import io.coffer.billing.metering.Meter;
import io.coffer.messaging.round.BlockingSql;
import io.coffer.owner.column.TextList;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Resource packages, as the loop that has hours closed sees them. Blocks. */
@ApplicationScoped
public class PackageTable {

  private static final String COVERED =
      """
      select distinct covers from store.resource_package
      where project = $1 and valid_from < $3 and valid_until > $2
      """;

  private static final TextList COVERS = new TextList();

  private final BlockingSql sql;

  PackageTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** The spec codes whose use a package of a project takes over at some moment of this hour. */
  public List<String> covered(String project, Instant hour) {
    return sql
        .rows(
            COVERED,
            row -> COVERS.convertToEntityAttribute(row.getString(0)),
            project,
            hour,
            hour.plus(Meter.HOUR))
        .stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
