package io.kehu.customer.support;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of calendars.
 */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarController extends RecordController<CalendarDetails, CalendarView> {

	CalendarController(RecordStore<CalendarDetails, ?, CalendarView> calendars) {
		super(calendars);
	}

}
