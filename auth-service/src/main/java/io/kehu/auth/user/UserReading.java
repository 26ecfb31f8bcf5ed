package io.kehu.auth.user;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads users.
 */
@Service
class UserReading extends RecordReading<User, UserView> {

	UserReading(RecordList<User> list, History history, RecordExport export) {
		super(list, history, export, "user", UserView.class);
	}

}
