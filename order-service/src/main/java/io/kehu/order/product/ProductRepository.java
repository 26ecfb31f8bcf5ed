package io.kehu.order.product;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and stores products.
 */
interface ProductRepository extends JpaRepository<Product, UUID> {

	@Query("select product from Product product where product.id = :id and product.deletedAt is null")
	Optional<Product> findPresent(UUID id);

	/** Reads a product for others to see. */
	@Transactional(readOnly = true)
	default Optional<ProductView> findPresentView(UUID id) {
		return findPresent(id).map(Product::view);
	}

	/** The products, deleted ones too, that are called so. */
	List<Product> findBySkuIn(Collection<String> skus);

	/**
	 * The products, deleted ones too, that have one of these external ids, given
	 * pairwise.
	 */
	@Query(value = """
			select distinct p.* from product p join product_external_id x on x.product_id = p.id
			join unnest(cast(:systems as text[]), cast(:ids as text[])) as wanted (system, external_id)
			on x.system = wanted.system and x.external_id = wanted.external_id""", nativeQuery = true)
	List<Product> findByExternalIds(String[] systems, String[] ids);

	/**
	 * Makes upserts of one key wait for each other until the transaction ends.
	 */
	@Query(value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 3))) as locked",
			nativeQuery = true)
	int lock(String key);

}
