package io.coffer.scheduler.organizationpolicy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.policy.OrganizationPolicySettings;
import io.coffer.contracts.policy.PolicyTrigger;
import java.util.List;
import java.util.UUID;

/** An organizational policy on the wire (table 4-400). */
@JsonNaming(SnakeCaseStrategy.class)
record OrganizationPolicyView(
    UUID id,
    String name,
    String description,
    String operationType,
    String domainId,
    String domainName,
    String policyName,
    boolean policyEnabled,
    JsonNode policyOperationDefinition,
    Trigger policyTrigger,
    String effectiveScope,
    String status) {

  /** What is meant where nothing else is said. */
  private static final String EVERYWHERE = "all";

  /** When it acts. */
  record Trigger(Properties properties) {}

  /** The texts of the client. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Properties(
      List<String> pattern,
      Integer startWindowMinutes,
      @JsonProperty("x_schedule_timezone") String scheduleTimezone) {}

  /** The only element of an answer. */
  record One(OrganizationPolicyView policy) {}

  /** How a project took it (table 4-429). */
  @JsonNaming(SnakeCaseStrategy.class)
  record Detail(
      UUID policyId,
      String domainId,
      String projectId,
      String status,
      String domainName,
      String projectName,
      @JsonInclude(JsonInclude.Include.ALWAYS) String errorMsg) {}

  static OrganizationPolicyView of(OrganizationPolicyRow row, List<Delivery> deliveries) {
    OrganizationPolicySettings settings = row.settings;
    PolicyTrigger trigger = settings.policyTrigger();
    return new OrganizationPolicyView(
        row.id,
        settings.name(),
        settings.description() == null ? "" : settings.description(),
        settings.operationType(),
        row.projectId,
        row.domainName,
        settings.policyName(),
        settings.policyEnabled(),
        settings.policyOperationDefinition(),
        new Trigger(
            new Properties(
                trigger.pattern(), trigger.startWindowMinutes(), trigger.scheduleTimezone())),
        settings.effectiveScope() == null ? EVERYWHERE : settings.effectiveScope(),
        status(deliveries));
  }

  static Detail detail(DeliveryRow row) {
    return new Detail(
        row.id,
        row.project.domainId(),
        row.project.projectId(),
        row.status,
        row.project.domainName(),
        row.project.projectName(),
        row.error);
  }

  /** As long as one project has not answered it is on its way, whatever others said. */
  private static String status(List<Delivery> deliveries) {
    List<String> all = deliveries.stream().map(Delivery::status).toList();
    return all.contains(Delivery.SYNCING)
        ? Delivery.SYNCING
        : all.contains(Delivery.ERROR) ? Delivery.ERROR : Delivery.AVAILABLE;
  }
}
