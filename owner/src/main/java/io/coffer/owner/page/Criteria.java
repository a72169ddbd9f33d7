package io.coffer.owner.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** What the elements of a list must fulfil, all of it; HQL about the alias {@code r}. */
public final class Criteria {

  private static final String ALL_GRANTED = "all_granted_eps";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Of this project. Every list begins with it. */
  public static Criteria of(String project) {
    return new Criteria().where("r.projectId = ?", project);
  }

  /** A condition with one {@code ?} for the value; none when the value is null. */
  public Criteria where(String condition, Object value) {
    if (value != null) {
      conditions.add(condition.replace("?", name(value)));
    }
    return this;
  }

  /** The field has this value; no condition when it is null. */
  public Criteria equal(String field, Object value) {
    return where("r." + field + " = ?", value);
  }

  /** The field has one of these values; no condition when there are none. */
  public Criteria in(String field, Collection<?> any) {
    return any.isEmpty() ? this : where("r." + field + " in (?)", any);
  }

  /** The field is this id; no condition when it is null, and nothing when it is no id. */
  public Criteria id(String field, String text) {
    return text == null
        ? this
        : Parameters.id(text).map(id -> equal(field, id)).orElseGet(this::never);
  }

  /** Of the enterprise project that is asked for, where one is and not all that one may see. */
  public Criteria enterpriseProject(Parameters asked) {
    String id = asked.text("enterprise_project_id");
    return equal("enterpriseProjectId", ALL_GRANTED.equals(id) ? null : id);
  }

  /** Created in the time that is asked for. */
  public Criteria created(Parameters asked) {
    return where("r.createdAt >= ?", asked.time("start_time"))
        .where("r.createdAt <= ?", asked.time("end_time"));
  }

  /** A condition without a value. */
  public Criteria where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Nothing fulfils it. */
  public Criteria never() {
    return where("1 = 0");
  }

  /** The same conditions, to which others may be added. */
  public Criteria copy() {
    Criteria copy = new Criteria();
    copy.conditions.addAll(conditions);
    copy.values.putAll(values);
    return copy;
  }

  /** A name for a value, for a condition of several. */
  public String name(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  /** The HQL of all conditions. */
  public String clause() {
    return conditions.stream().collect(Collectors.joining(") and (", " where (", ")"));
  }

  /** The query with the values of all conditions. */
  public <T> SelectionQuery<T> bind(SelectionQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
