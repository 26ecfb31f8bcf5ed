package io.kehu.customer.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/**
 * The hours and holidays of a support desk.
 */
@Entity
@Table(name = "business_calendar")
class Calendar extends DetailedRecord<CalendarDetails, CalendarView> {

	private String name;

	private String timeZone;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<WeeklyHours> hours;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<LocalDate> holidays;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Calendar() {
	}

	@SuppressWarnings("NullAway.Init")
	Calendar(CalendarDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(CalendarDetails details) {
		this.name = details.name();
		this.timeZone = details.timeZone();
		this.hours = details.hours();
		this.holidays = details.holidays();
	}

	@Override
	public CalendarDetails details() {
		return new CalendarDetails(this.name, this.timeZone, this.hours, this.holidays);
	}

	@Override
	public CalendarView view() {
		return new CalendarView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
