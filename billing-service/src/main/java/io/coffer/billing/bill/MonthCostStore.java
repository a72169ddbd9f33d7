package io.coffer.billing.bill;

import io.coffer.billing.product.Rounding;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;

/** What months cost so far. */
@ApplicationScoped
class MonthCostStore implements PanacheRepositoryBase<MonthCostRow, UUID> {

  /** What a month costs so far in a currency. */
  Uni<MonthSoFar> of(String project, String month, CurrencyUnit currency) {
    return findById(HourId.of(project, month, currency.getCurrencyCode()))
        .map(row -> row == null ? MonthSoFar.none(currency) : soFar(row));
  }

  /** The months that something was charged in, the newest first. */
  Uni<List<BillHead>> months(String project) {
    return list("project = ?1 order by month desc, currency", project)
        .map(
            rows ->
                rows.stream()
                    .map(row -> new BillHead(row.month, row.currency, row.charged.toPlainString()))
                    .toList());
  }

  Uni<Void> add(
      String project,
      String month,
      CurrencyUnit currency,
      BigDecimal before,
      BigDecimal now,
      Money charge) {
    UUID id = HourId.of(project, month, currency.getCurrencyCode());
    return findById(id)
        .chain(
            present -> {
              MonthCostRow row = present == null ? new MonthCostRow() : present;
              MonthSoFar then =
                  (present == null ? MonthSoFar.none(currency) : soFar(present))
                      .with(before, now, charge);
              row.exact = then.exact();
              row.charged = Rounding.number(then.charged());
              if (present != null) {
                return Uni.createFrom().voidItem();
              }
              row.id = id;
              row.project = project;
              row.month = month;
              row.currency = currency.getCurrencyCode();
              return persist(row).replaceWithVoid();
            });
  }

  private static MonthSoFar soFar(MonthCostRow row) {
    return new MonthSoFar(row.exact, Money.of(row.charged, Monetary.getCurrency(row.currency)));
  }
}
