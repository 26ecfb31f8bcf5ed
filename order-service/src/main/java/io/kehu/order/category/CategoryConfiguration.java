package io.kehu.order.category;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares product categories.
 */
@Configuration(proxyBeanMethods = false)
class CategoryConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.products", "category", "added");

	@Bean
	RecordStore<CategoryDetails, Category, CategoryView> categories(RecordStores stores) {
		return stores.of(Category.class, Category::new, EVENTS)
			.permission("category")
			.grantedLike("product")
			.unique("code", CategoryDetails::code, (category) -> category.details().code())
			.hierarchy("parentId", CategoryDetails::parentId)
			.fields((fields) -> fields.text("code", (category) -> category.details().code())
				.name("name", (category) -> category.details().name())
				.reference("parentId")
				.search("search_text_of(r.code || ' ' || r.name)"))
			.build();
	}

}
