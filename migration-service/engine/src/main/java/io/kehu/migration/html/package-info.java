/**
 * Pages and pictures for people: HTML and SVG without scripts, in which every text is
 * escaped.
 */
@NullMarked
package io.kehu.migration.html;

import org.jspecify.annotations.NullMarked;
