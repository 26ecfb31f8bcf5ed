/**
 * Documents that are printed.
 */
@NullMarked
package io.kehu.order.document;

import org.jspecify.annotations.NullMarked;
