package io.coffer.billing.bill;

import io.coffer.billing.metering.UsageStore;
import io.coffer.billing.metering.VaultRange;
import io.coffer.billing.product.PriceBook;
import io.coffer.billing.product.Products;
import io.coffer.billing.resourcepackage.PackageStore;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.refusal.Refused;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
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
  private final UsageStore usage;
  private final MonthLineStore lines;
  private final MonthCostStore months;
  private final PackageStore packages;
  private final ProjectBook projects;
  private final PriceBook prices;
  private final BillWriter writer;

  BillsReadResource(
      ClosedHourStore hours,
      UsageStore usage,
      MonthLineStore lines,
      MonthCostStore months,
      PackageStore packages,
      ProjectBook projects,
      Products products,
      PriceBook prices,
      BillSettings settings) {
    this.hours = hours;
    this.usage = usage;
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
  public Uni<ListAnswer> show(@RestPath String project, @RestPath String month) {
    if (!MONTH.matcher(month).matches()) {
      throw Refused.parameter("month", "must be a year and a month such as 2026-02");
    }
    BillPieces.Source source = source(project, month);
    return Panache.withSession(
        () ->
            hours
                .ofMonth(project, month)
                .chain(
                    closed ->
                        packages
                            .all(project)
                            .map(known -> new BillPieces(begin(project, month, closed, known))))
                .chain(pieces -> both(pieces, source).map(first -> answer(first, pieces, source))));
  }

  /** Of a project with few vaults this is all. */
  private static Uni<byte[]> both(BillPieces pieces, BillPieces.Source source) {
    return pieces
        .read(source)
        .chain(
            one ->
                pieces.ended()
                    ? Uni.createFrom().item(one)
                    : pieces.read(source).map(other -> joined(one, other)));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static ListAnswer answer(byte[] first, BillPieces pieces, BillPieces.Source source) {
    return pieces.ended()
        ? ListAnswer.whole(first)
        : ListAnswer.inPieces(
            first,
            () ->
                pieces.ended()
                    ? Uni.createFrom().nullItem()
                    : Panache.withSession(() -> pieces.read(source)));
  }

  private BillPieces.Source source(String project, String month) {
    return new BillPieces.Source() {
      @Override
      public Uni<VaultRange> first(int many, VaultRange vaults) {
        return usage.first(many, project, vaults);
      }

      @Override
      public Uni<List<MonthLine>> lines(VaultRange vaults) {
        return lines.of(project, month, vaults);
      }
    };
  }

  private BillWriter.Writing begin(
      String project, String month, ClosedMonth closed, List<PackageTerm> known) {
    String region = closed == null ? projects.read().of(project).region() : closed.region();
    return writer.begin(
        project,
        month,
        region,
        prices.currency(region).orElseThrow(),
        closed == null ? null : closed.until(),
        known);
  }
}
