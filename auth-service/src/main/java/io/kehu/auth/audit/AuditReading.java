package io.kehu.auth.audit;

import java.util.List;

import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the audit log.
 */
@Service
class AuditReading {

	private static final ListFields<AuditLine> FIELDS = ListFields.of("audit_log a", "true", "a.id", AuditLine::id)
		.instant("at", "a.at", AuditLine::at)
		.text("actor", "a.actor", (line) -> line.view().actor())
		.optionalText("actorId", "a.actor_id", (line) -> line.view().actorId())
		.text("action", "a.action", (line) -> line.view().action())
		.reference("subjectId", "a.subject_id");

	private final RecordList<AuditLine> lines;

	AuditReading(RecordLists lists) {
		this.lines = lists.create(AuditLine.class, FIELDS);
	}

	RecordList<AuditLine> list() {
		return this.lines;
	}

	/**
	 * Returns the requested page, newest lines first.
	 */
	@Transactional(readOnly = true)
	public Page<AuditLineView> page(ListRequest request) {
		request.include(List.of());
		return this.lines.page(request.usuallySortedBy("-at"))
			.map((lines) -> lines.stream().map(AuditLine::view).toList());
	}

}
