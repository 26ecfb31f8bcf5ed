package io.kehu.order.product;

import io.kehu.platform.cache.CacheFactory;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the list fields and the cache of products.
 */
@Configuration(proxyBeanMethods = false)
class ProductConfiguration {

	static final ListFields<Product> FIELDS = ListFields.ofDeletable("product p", Product::id, Product::deletedAt)
		.text("sku", "p.sku", Product::sku)
		.text("name", ListFields.names("p.name"), Product::name)
		.bool("active", "p.active")
		.number("price", "p.price_amount", (product) -> product.details().price().decimal())
		.unsortedText("currency", "p.price_currency")
		.instant("createdAt", "p.created_at", Product::createdAt)
		.instant("updatedAt", "p.updated_at", Product::updatedAt)
		.externalIds("product_external_id", "product_id")
		.search("p.search_text");

	@Bean
	RecordList<Product> productList(RecordLists lists) {
		return lists.create(Product.class, FIELDS);
	}

	@Bean
	VersionedCache<ProductView> productCache(CacheFactory caches) {
		return caches.create("products", ProductView.class);
	}

}
