package io.kehu.order.category;

import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A category of products.
 */
@Entity
@Table(name = "product_category")
class Category extends DetailedRecord<CategoryDetails, CategoryView> {

	private String code;

	private String name;

	private @Nullable UUID parentId;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Category() {
	}

	@SuppressWarnings("NullAway.Init")
	Category(CategoryDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(CategoryDetails details) {
		this.code = details.code();
		this.name = details.name();
		this.parentId = details.parentId();
	}

	@Override
	public CategoryDetails details() {
		return new CategoryDetails(this.code, this.name, this.parentId);
	}

	@Override
	public CategoryView view() {
		return new CategoryView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
