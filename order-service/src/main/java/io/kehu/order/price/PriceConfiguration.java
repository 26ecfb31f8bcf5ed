package io.kehu.order.price;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares price lists and the prices in them.
 */
@Configuration(proxyBeanMethods = false)
class PriceConfiguration {

	static final RecordEvents LIST_EVENTS = RecordEvents.of("kehu.products", "price-list", "added");

	static final RecordEvents PRICE_EVENTS = RecordEvents.of("kehu.products", "price", "added");

	@Bean
	RecordStore<PriceListDetails, PriceList, PriceListView> priceLists(RecordStores stores) {
		return stores.of(PriceList.class, PriceList::new, LIST_EVENTS)
			.permission("price-list")
			.grantedLike("product")
			.unique("code", PriceListDetails::code, (list) -> list.details().code())
			.check((candidate) -> {
				candidate.details().check();
				if (candidate.before() != null && candidate.changes(PriceListDetails::currency)) {
					throw ProblemException.invalid("/currency", "immutable", "cannot be changed");
				}
			})
			.fields((fields) -> fields.text("code", (list) -> list.details().code())
				.name("name", (list) -> list.details().name())
				.unsortedText("currency", "currency")
				.unsortedText("segment", "segment")
				.date("validFrom", (list) -> list.details().validFrom())
				.date("validTo", (list) -> list.details().validTo())
				.bool("active")
				.search("search_text_of(r.code || ' ' || r.name)"))
			.build();
	}

	@Bean
	RecordStore<PriceDetails, ListedPrice, PriceView> listedPrices(RecordStores stores,
			@Qualifier("priceLists") Referable priceLists, @Qualifier("products") Referable products, PriceBook book) {
		return stores.of(ListedPrice.class, ListedPrice::new, PRICE_EVENTS)
			.permission("price")
			.grantedLike("product")
			.identity("productId", PriceDetails::key, ListedPrice::key)
			.references("priceListId", PriceDetails::priceListId, priceLists)
			.references("productId", PriceDetails::productId, products)
			.checkChunk(book::check)
			.fields((fields) -> fields.reference("priceListId").reference("productId"))
			.build();
	}

}
