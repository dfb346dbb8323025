globalThis.searchIndex = [{% for e in page.entries %}{{ [e.kind, e.title, e.url, e.more]|tojson }}{% if not loop.last %},
{% endif %}{% endfor %}];
