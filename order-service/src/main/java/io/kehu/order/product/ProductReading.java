package io.kehu.order.product;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads lists, exports and histories of products.
 */
@Service
class ProductReading extends RecordReading<Product, ProductView> {

	ProductReading(RecordList<Product> list, History history, RecordExport export) {
		super(list, history, export, "product", ProductView.class);
	}

}
