package io.coffer.billing.bill;

import io.coffer.billing.product.PriceBook;
import io.coffer.billing.product.Products;
import io.coffer.billing.resourcepackage.PackageStore;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.refusal.Refused;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;

/** What projects are charged. */
@Path("/internal/projects/{project}/bills")
@Produces(MediaType.APPLICATION_JSON)
public class BillsReadResource {

  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private final ClosedHourStore hours;
  private final MonthLineStore lines;
  private final MonthCostStore months;
  private final PackageStore packages;
  private final ProjectBook projects;
  private final PriceBook prices;
  private final BillWriter writer;

  BillsReadResource(
      ClosedHourStore hours,
      MonthLineStore lines,
      MonthCostStore months,
      PackageStore packages,
      ProjectBook projects,
      Products products,
      PriceBook prices,
      BillSettings settings) {
    this.hours = hours;
    this.lines = lines;
    this.months = months;
    this.packages = packages;
    this.projects = projects;
    this.prices = prices;
    this.writer = new BillWriter(products, settings.zone());
  }

  /** The months that something was used in, the newest first. */
  @GET
  @WithSession
  public Uni<String> list(@RestPath String project) {
    return months.months(project).map(heads -> Answer.ok(Map.of("bills", heads)).body());
  }

  /** The bill of a month, as far as its hours are closed. */
  @GET
  @Path("/{month}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String month) {
    if (!MONTH.matcher(month).matches()) {
      throw Refused.parameter("month", "must be a year and a month such as 2026-02");
    }
    return hours
        .ofMonth(project, month)
        .chain(
            closed ->
                lines
                    .of(project, month)
                    .chain(
                        used ->
                            packages
                                .all(project)
                                .map(known -> write(project, month, closed, used, known))))
        .map(bill -> Answer.ok(Map.of("bill", bill)).body());
  }

  private Bill write(
      String project,
      String month,
      ClosedMonth closed,
      List<MonthLine> used,
      List<PackageTerm> known) {
    String region = closed == null ? projects.read().of(project).region() : closed.region();
    return writer.write(
        project,
        month,
        region,
        prices.currency(region).orElseThrow(),
        closed == null ? null : closed.until(),
        used,
        known);
  }
}
