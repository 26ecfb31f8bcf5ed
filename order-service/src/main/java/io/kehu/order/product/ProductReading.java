package io.kehu.order.product;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads products.
 */
@Service
class ProductReading {

	private final RecordList<Product> list;

	private final History history;

	private final RecordExport export;

	private final Validator validator;

	ProductReading(RecordList<Product> list, History history, RecordExport export, Validator validator) {
		this.list = list;
		this.history = history;
		this.export = export;
		this.validator = validator;
	}

	@Transactional(readOnly = true)
	public Page<ProductView> page(ListRequest request) {
		return this.list.page(request).map(ProductReading::views);
	}

	@Transactional(readOnly = true)
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.export.write(response, this.list, request, ProductView.class, ProductReading::views);
	}

	private static List<ProductView> views(List<Product> products) {
		return products.stream().map(Product::view).toList();
	}

	/**
	 * Returns what happened to a product, a deleted one too.
	 * @throws ProblemException when there never was one
	 */
	Page<History.Entry> history(UUID id) {
		List<History.Entry> entries = this.history.of(id);
		if (entries.isEmpty()) {
			throw ProblemException.notFound("product", id);
		}
		return Page.whole(entries);
	}

	/**
	 * Returns an external id from a path.
	 * @throws ProblemException when it is not valid
	 */
	ExternalId key(String system, String id) {
		ExternalId key = new ExternalId(system, id);
		Set<ConstraintViolation<ExternalId>> violations = this.validator.validate(key);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		return key;
	}

}
