package io.kehu.order.category;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of product categories.
 */
@RestController
@RequestMapping("/api/v1/categories")
class CategoryController extends RecordController<CategoryDetails, CategoryView> {

	CategoryController(RecordStore<CategoryDetails, ?, CategoryView> categories) {
		super(categories);
	}

}
