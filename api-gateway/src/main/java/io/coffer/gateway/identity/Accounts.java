package io.coffer.gateway.identity;

import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.gateway.GatewaySettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everybody who may use this stack. Read once; a change of the file takes a restart. */
@Startup
@ApplicationScoped
public class Accounts {

  private final String endpoint;
  private final Instant asOf;
  private final List<Account> accounts;

  @Inject
  Accounts(GatewaySettings settings) {
    this(CredentialsFile.read(settings.credentialsFile()));
  }

  Accounts(CredentialsFile file) {
    endpoint = file.endpoint();
    asOf = file.asOf();
    accounts = file.accounts();
  }

  /** The address that clients were given; empty when unknown. */
  public String endpoint() {
    return endpoint;
  }

  /** Since when they are like this: who reads another file knows by it which one is newer. */
  public Instant asOf() {
    return asOf;
  }

  /** All of them. */
  public List<Account> all() {
    return accounts;
  }

  /** The projects of an account and of its members. A member that is not known yet has none. */
  public List<OrganizationProject> organization(Account account) {
    return accounts.stream()
        .filter(
            one ->
                one.equals(account)
                    || account.members().contains(one.domainName())
                    || account.members().contains(one.domainId()))
        .flatMap(
            one ->
                one.projects().stream()
                    .map(
                        project ->
                            new OrganizationProject(
                                project.id(), project.name(), one.domainId(), one.domainName())))
        .toList();
  }

  public Optional<Account> byAccessKey(String accessKey) {
    return first(account -> account.accessKey().equals(accessKey));
  }

  public Optional<Account> byUserId(String userId) {
    return first(account -> account.userId().equals(userId));
  }

  /** The user with this name in the domain with this name or id. */
  public Optional<Account> byName(String userName, String domainNameOrId) {
    return first(
        account ->
            account.userName().equals(userName)
                && (account.domainName().equals(domainNameOrId)
                    || account.domainId().equals(domainNameOrId)));
  }

  /** Whether this is the password, in a time that does not tell how much of it is right. */
  public static boolean passwordMatches(Account account, String password) {
    return MessageDigest.isEqual(
        account.password().getBytes(StandardCharsets.UTF_8),
        password.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Account> first(Predicate<Account> wanted) {
    return accounts.stream().filter(wanted).findFirst();
  }
}
