package org.sekisho.pages;

import java.util.Map;
import java.util.Properties;

/** The texts, and behind them the page's values that texts may name; the texts are not copied. */
final class TextsAndValues extends Properties {

  private static final long serialVersionUID = 1L;

  private final transient Properties texts;
  private final transient Map<String, Object> values;

  TextsAndValues(Properties texts, Map<String, Object> values) {
    this.texts = texts;
    this.values = values;
  }

  @Override
  public synchronized Object get(Object key) {
    Object text = texts.get(key);
    return text != null ? text : values.get(key);
  }

  @Override
  public synchronized Object getOrDefault(Object key, Object preset) {
    Object found = get(key);
    return found != null ? found : preset;
  }

  @Override
  public String getProperty(String key) {
    return get(key) instanceof String text ? text : null;
  }
}
