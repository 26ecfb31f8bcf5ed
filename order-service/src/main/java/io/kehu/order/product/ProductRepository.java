package io.kehu.order.product;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.record.RecordRepository;

import org.springframework.data.jpa.repository.Query;

/**
 * Finds and stores products.
 */
interface ProductRepository extends RecordRepository<Product, ProductView> {

	/** Returns the products with these SKUs, including deleted ones. */
	List<Product> findBySkuIn(Collection<String> skus);

	@Override
	@Query(value = """
			select distinct p.* from product p join product_external_id x on x.product_id = p.id
			join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
			on x.system = wanted.system and x.external_id = wanted.external_id""", nativeQuery = true)
	List<Product> findByExternalIds(String[] systems, String[] ids);

}
