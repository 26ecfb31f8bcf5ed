package io.kehu.order.product;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares products. Their SKUs are accepted as external ids of the system {@code sku}.
 */
@Configuration(proxyBeanMethods = false)
class ProductConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.products", "product", "added");

	@Bean
	RecordStore<ProductDetails, Product, ProductView> products(RecordStores stores,
			@Qualifier("categories") Referable categories, @Qualifier("taxClasses") Referable taxClasses) {
		return stores.of(Product.class, Product::add, EVENTS)
			.permission("product")
			.unique("sku", ProductDetails::sku, Product::sku)
			.addressedBy("sku")
			.references("categoryId", ProductDetails::categoryId, categories)
			.references("taxClassId", ProductDetails::taxClassId, taxClasses)
			.fields((fields) -> fields.text("sku", Product::sku)
				.name("name", Product::name)
				.bool("active")
				.number("price", "price_amount", (product) -> product.details().price().decimal())
				.unsortedText("currency", "price_currency")
				.reference("categoryId")
				.reference("taxClassId")
				.search("r.search_text"))
			.cached("products")
			.build();
	}

}
