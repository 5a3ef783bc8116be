package org.sekisho.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a sign-in page. Regular expressions are enough for pages that we know, and cost the
 * measuring side little.
 *
 * @param hidden the fields that a browser sends without being asked
 */
record Form(String action, Map<String, String> hidden) {

  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.DOTALL);
  private static final Pattern ACTION = attribute("action");
  private static final Pattern TYPE = attribute("type");
  private static final Pattern NAME = attribute("name");
  private static final Pattern VALUE = attribute("value");

  /** The first form that has all of these fields. */
  static Form in(String page, Set<String> fields) {
    Matcher forms = FORM.matcher(page);
    while (forms.find()) {
      String form = forms.group();
      if (fields.stream().allMatch(field -> form.contains("name=\"" + field + "\""))) {
        return new Form(value(ACTION, form), hiddenIn(form));
      }
    }
    throw new BenchmarkException("No form with the fields " + fields + " in:\n" + page);
  }

  private static Map<String, String> hiddenIn(String form) {
    Map<String, String> hidden = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(form);
    while (inputs.find()) {
      String input = inputs.group();
      if (value(TYPE, input).equals("hidden")) {
        hidden.put(value(NAME, input), value(VALUE, input));
      }
    }
    return hidden;
  }

  private static Pattern attribute(String name) {
    return Pattern.compile("\\s" + name + "=\"([^\"]*)\"");
  }

  private static String value(Pattern attribute, String tag) {
    Matcher matcher = attribute.matcher(tag);
    return matcher.find() ? matcher.group(1).replace("&amp;", "&") : "";
  }
}
