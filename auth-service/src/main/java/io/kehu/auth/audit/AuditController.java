package io.kehu.auth.audit;

import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Listing;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The read-only audit log over HTTP.
 */
@RestController
class AuditController implements Listing {

	private final AuditReading reading;

	AuditController(AuditReading reading) {
		this.reading = reading;
	}

	@Override
	public RecordList<?> listed() {
		return this.reading.list();
	}

	@Operation(summary = "List audit log entries, newest first")
	@GetMapping("/api/v1/audit")
	@PreAuthorize("hasAuthority('audit:read')")
	Page<AuditLineView> listAuditLog(ListRequest request) {
		return this.reading.page(request);
	}

}
