package io.kehu.auth.role;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads roles.
 */
@Service
class RoleReading extends RecordReading<Role, RoleView> {

	RoleReading(RecordList<Role> list, History history, RecordExport export) {
		super(list, history, export, "role", RoleView.class);
	}

}
