package io.coffer.contracts.policy;

import java.util.List;

/**
 * When a policy acts, in the texts of the client, which are understood elsewhere and returned as
 * they are.
 *
 * @param pattern recurrence rules of iCalendar, in UTC unless a zone is named
 * @param startWindowMinutes how late it may still begin; null for what is usual here
 * @param scheduleTimezone the zone of the IANA database whose clock the rules read; null for UTC
 */
public record PolicyTrigger(
    List<String> pattern, Integer startWindowMinutes, String scheduleTimezone) {}
