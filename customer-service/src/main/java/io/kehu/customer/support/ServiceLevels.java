package io.kehu.customer.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the service levels of cases, and makes their clocks follow changes of them.
 * <p>
 * A change of an agreement or a calendar marks the cases that depend on it. A change of a
 * case holds both until its transaction ends, so that none is calculated by a service
 * level that has just been replaced.
 */
@Component
class ServiceLevels {

	private static final String FIND = """
			select c.id, c.time_zone, c.hours, c.holidays, a.risk_percent, a.targets
			from agreement a join business_calendar c on c.id = a.calendar_id where a.id = ?""";

	private static final String MARK = """
			update support_case set next_check_at = ? where status <> 'CLOSED' and deleted_at is null
			and agreement_id in (select id from agreement where id = ? or calendar_id = ?)""";

	private static final String AGREEMENTS = """
			select exists (select 1 from agreement where calendar_id = ? and deleted_at is null)""";

	private static final String CASES = """
			select exists (select 1 from support_case where agreement_id = ? and status <> 'CLOSED'
			and deleted_at is null)""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ServiceLevels(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Returns the service level of an agreement. */
	@Nullable ServiceLevel find(@Nullable UUID agreement) {
		return find(FIND, agreement);
	}

	/** As above, and keeps it as it is until the transaction ends. */
	@Nullable ServiceLevel hold(@Nullable UUID agreement) {
		return find(FIND + " for share", agreement);
	}

	private @Nullable ServiceLevel find(String query, @Nullable UUID agreement) {
		return (agreement != null)
				? this.jdbc.query(query, (row, number) -> level(row), agreement).stream().findFirst().orElse(null)
				: null;
	}

	private ServiceLevel level(ResultSet row) throws SQLException {
		List<WeeklyHours> hours = this.json.readValue(row.getString("hours"), new TypeReference<>() {
		});
		List<LocalDate> holidays = this.json.readValue(row.getString("holidays"), new TypeReference<>() {
		});
		return new ServiceLevel(row.getObject("id", UUID.class),
				CalendarDetails.toCalendar(row.getString("time_zone"),
						hours.stream().map(WeeklyHours::toOpeningHours).toList(), holidays),
				row.getInt("risk_percent"), this.json.readValue(row.getString("targets"), Targets.class));
	}

	/**
	 * Follows a change of a calendar.
	 * @throws ProblemException 409 if it was deleted, but is in use
	 */
	void calendarChanged(RecordChange change) {
		follow(change, AGREEMENTS, "an agreement uses this calendar");
	}

	/**
	 * Follows a change of an agreement.
	 * @throws ProblemException 409 if it was deleted, but is in use
	 */
	void agreementChanged(RecordChange change) {
		follow(change, CASES, "cases that are not closed use this agreement");
	}

	private void follow(RecordChange change, String used, String reason) {
		if (change.action().equals(RecordEvent.CHANGED.action())) {
			this.jdbc.update(MARK, Timestamp.from(this.clock.instant()), change.id(), change.id());
		}
		else if (change.action().equals(RecordEvent.DELETED.action())
				&& Boolean.TRUE.equals(this.jdbc.queryForObject(used, Boolean.class, change.id()))) {
			throw ProblemException.conflict("/id", "in_use", reason);
		}
	}

}
