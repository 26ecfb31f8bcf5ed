package io.kehu.order.order;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads lists, exports and histories of orders.
 */
@Service
class OrderReading extends RecordReading<Order, OrderView> {

	OrderReading(RecordList<Order> list, History history, RecordExport export) {
		super(list, history, export, "order", OrderView.class);
	}

}
