package io.coffer.billing.bill;

import static java.util.stream.Collectors.toMap;

import io.coffer.billing.metering.VaultRange;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.contracts.billing.HourPart;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What hours were charged for, line by line. */
@ApplicationScoped
class UsageLineStore {

  /** Stands for a package where none took anything over. */
  static final UUID NO_PACKAGE = new UUID(0, 0);

  private static final UsageLinesColumn JSON = new UsageLinesColumn();

  private static final String PART =
      " from UsageLineRow l where l.hourId = :hour and l.vaultId >= :first and l.vaultId < :end";

  private static final String LINES =
      "select l.vaultId, l.vaultName, l.specCode, l.measure, l.byteMillis, l.packageId, l.price";

  private static final String TAKEN =
      "select l.packageId, sum(l.byteMillis) from UsageLineRow l where l.hourId = :hour"
          + " and l.packageId <> :none and (l.specCode in :earlier or l.vaultId < :first";

  private static final String ADD =
      """
      insert into store.usage_line (hour_id, vault_id, spec_code, measure, package_id, vault_name,
        byte_millis, price)
      select :hour, l.vault_id, l.spec_code, l.measure,
        coalesce(l.package_id, '00000000-0000-0000-0000-000000000000'),
        (array_agg(l.vault_name order by l.place desc))[1], sum(l.byte_millis), max(l.price)
      from rows from (jsonb_to_recordset(cast(cast(:lines as text) as jsonb)) as ("vaultId" uuid,
          "specCode" text, measure text, "packageId" uuid, "vaultName" text,
          "byteMillis" numeric, price text))
        with ordinality as l (vault_id, spec_code, measure, package_id, vault_name,
          byte_millis, price, place)
      group by l.vault_id, l.spec_code, l.measure, l.package_id
      """;

  /** What a part of an hour was closed with, if it was. */
  Uni<List<UsageLine>> of(UUID hourId, HourPart part) {
    return rows(LINES + PART + about(part), values(hourId, part))
        .map(rows -> rows.stream().map(UsageLineStore::line).toList());
  }

  /** How much of each package was taken in the parts of an hour that come before this one. */
  Uni<Map<UUID, BigInteger>> taken(UUID hourId, HourPart part) {
    Map<String, Object> values = values(hourId, part);
    values.remove("end");
    values.put("none", NO_PACKAGE);
    values.put("earlier", some(part.earlier()));
    return rows(TAKEN + about(part) + ") group by l.packageId", values)
        .map(
            rows ->
                rows.stream()
                    .collect(toMap(row -> (UUID) row[0], row -> number((BigDecimal) row[1]))));
  }

  /** Writes what a part of an hour was closed with, in place of what stood there. */
  Uni<Void> put(UUID hourId, HourPart part, List<UsageLine> lines) {
    return change("delete" + PART + about(part), values(hourId, part))
        .chain(() -> lines.isEmpty() ? Uni.createFrom().voidItem() : add(hourId, lines));
  }

  private static Uni<Void> add(UUID hourId, List<UsageLine> lines) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(ADD)
                    .setParameter("hour", hourId)
                    .setParameter("lines", JSON.convertToDatabaseColumn(lines))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<List<Object[]>> rows(String hql, Map<String, Object> values) {
    return Panache.getSession()
        .chain(
            session -> {
              var query = session.createSelectionQuery(hql, Object[].class);
              values.forEach(query::setParameter);
              return query.getResultList();
            });
  }

  private static Uni<Void> change(String hql, Map<String, Object> values) {
    return Panache.getSession()
        .chain(
            session -> {
              var query = session.createMutationQuery(hql);
              values.forEach(query::setParameter);
              return query.executeUpdate();
            })
        .replaceWithVoid();
  }

  private static String about(HourPart part) {
    return " and l.specCode " + (part.specCodes().isEmpty() ? "not in" : "in") + " :codes";
  }

  private static Map<String, Object> values(UUID hourId, HourPart part) {
    VaultRange vaults = HourParts.vaults(part);
    Map<String, Object> values = new HashMap<>();
    values.put("hour", hourId);
    values.put("first", vaults.first());
    values.put("end", vaults.end());
    values.put("codes", part.specCodes().isEmpty() ? some(part.earlier()) : part.specCodes());
    return values;
  }

  /** These, and one that is no spec code: a statement has no list of none. */
  private static List<String> some(List<String> specCodes) {
    return Stream.concat(specCodes.stream(), Stream.of("")).toList();
  }

  private static UsageLine line(Object[] row) {
    return new UsageLine(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        number((BigDecimal) row[4]),
        packageId((UUID) row[5]),
        (String) row[6]);
  }

  /** A package; null for none. */
  static UUID packageId(UUID column) {
    return column.equals(NO_PACKAGE) ? null : column;
  }

  private static BigInteger number(BigDecimal column) {
    return column.toBigIntegerExact();
  }
}
