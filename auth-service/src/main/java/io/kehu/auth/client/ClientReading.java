package io.kehu.auth.client;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads partner clients.
 */
@Service
class ClientReading extends RecordReading<ApiClient, ClientView> {

	ClientReading(RecordList<ApiClient> list, History history, RecordExport export) {
		super(list, history, export, "client", ClientView.class);
	}

}
