package io.kehu.order.product;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of products.
 */
@RestController
@RequestMapping("/api/v1/products")
class ProductController extends KeyedController<ProductDetails, ProductView> {

	ProductController(RecordStore<ProductDetails, ?, ProductView> products) {
		super(products);
	}

}
