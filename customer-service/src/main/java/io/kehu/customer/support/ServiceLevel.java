package io.kehu.customer.support;

import java.util.UUID;

import io.kehu.customer.support.sla.BusinessCalendar;

/**
 * What an agreement and its calendar say about the clocks of a case.
 */
record ServiceLevel(UUID calendarId, BusinessCalendar calendar, int riskPercent, Targets targets) {
}
