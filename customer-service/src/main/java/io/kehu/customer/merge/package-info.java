/**
 * Merges of customers: asked for over HTTP, kept account of, and undone.
 */
@NullMarked
package io.kehu.customer.merge;

import org.jspecify.annotations.NullMarked;
