package io.kehu.customer.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;

/**
 * Writes activities as an iCalendar object (RFC 5545). Tasks are events at the time at
 * which they are due, since many calendars do not show tasks.
 */
final class FeedCalendar {

	private FeedCalendar() {
	}

	static String write(List<FeedEvent> events) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Kehu//Activities//EN");
		calendar.setName("Kehu");
		events.forEach((event) -> calendar.addEvent(event(event)));
		return Biweekly.write(calendar).go();
	}

	private static VEvent event(FeedEvent activity) {
		VEvent event = new VEvent();
		event.setUid(activity.id() + "@kehu");
		event.setDateTimeStamp(Date.from(activity.updatedAt()));
		event.setLastModified(Date.from(activity.updatedAt()));
		event.setSummary(activity.subject());
		event.setDateStart(Date.from(activity.start()));
		Instant end = activity.end();
		if (end != null) {
			event.setDateEnd(Date.from(end));
		}
		if (activity.location() != null) {
			event.setLocation(activity.location());
		}
		if (activity.reminder() != null) {
			Duration before = Duration.ofMinutes(activity.reminder());
			event.addAlarm(
					VAlarm.display(new Trigger(biweekly.util.Duration.fromMillis(-before.toMillis()), Related.START),
							activity.subject()));
		}
		return event;
	}

}
