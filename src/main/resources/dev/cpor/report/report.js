(function () {
  "use strict";
  var drawn = [];
  var charts = JSON.parse(document.getElementById("charts").textContent);
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  function lines(label) {
    var words = label.split(" "), all = [""];
    words.forEach(function (word) {
      var last = all[all.length - 1];
      if (last && last.length + word.length > 34) {
        all.push(word);
      } else {
        all[all.length - 1] = last ? last + " " + word : word;
      }
    });
    return all.slice(0, 3);
  }

  // The sum of each bar, at its end.
  var sums = {
    id: "sums",
    afterDatasetsDraw: function (chart) {
      var context = chart.ctx;
      context.save();
      context.fillStyle = colour("ink");
      context.font = "12px " + Chart.defaults.font.family;
      context.textBaseline = "middle";
      chart.data.labels.forEach(function (label, index) {
        var sum = 0, right = chart.chartArea.left, y = null;
        chart.data.datasets.forEach(function (part, number) {
          if (part.data[index] !== null && chart.isDatasetVisible(number)) {
            var bar = chart.getDatasetMeta(number).data[index];
            sum += part.data[index];
            right = Math.max(right, bar.x);
            y = bar.y;
          }
        });
        if (y !== null) {
          context.fillText(Math.round(sum).toLocaleString("en-US"), right + 6, y);
        }
      });
      context.restore();
    }
  };

  function draw() {
    drawn.forEach(function (chart) { chart.destroy(); });
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.color = colour("soft");
    drawn = charts.map(function (chart) {
      var canvas = document.getElementById("chart-" + chart.id);
      var box = canvas.parentElement;
      box.hidden = false;
      box.style.height = box.dataset.height + "px";
      return new Chart(canvas, {
        type: "bar",
        plugins: [sums],
        data: {
          labels: chart.labels.map(lines),
          datasets: chart.series.map(function (part) {
            return {
              label: part.label, backgroundColor: colour(part.colour), borderRadius: 2, maxBarThickness: 22,
              // Few are seen as well as many; none are not drawn at all.
              data: part.values.map(function (value) { return value === 0 ? null : value; }), minBarLength: 2
            };
          })
        },
        options: {
          indexAxis: "y", animation: false, layout: { padding: { right: 72 } }, responsive: true, maintainAspectRatio: false,
          scales: {
            x: {
              stacked: true, grid: { color: colour("line") }, border: { display: false },
              title: { display: true, text: chart.unit },
              ticks: { callback: function (value) { return value.toLocaleString("en-US"); } }
            },
            y: { stacked: true, grid: { display: false }, ticks: { color: colour("ink"), autoSkip: false } }
          },
          plugins: {
            legend: { display: chart.series.length > 1, position: "top", align: "start", labels: { boxWidth: 12, boxHeight: 12 } },
            tooltip: {
              filter: function (item) { return item.raw !== null; },
              callbacks: {
                title: function (items) { return items.length ? chart.labels[items[0].dataIndex] : ""; },
                label: function (item) { return item.dataset.label + ": " + item.raw.toLocaleString("en-US"); }
              }
            }
          }
        }
      });
    });
  }

  draw();
  dark.addEventListener("change", draw);
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", draw);
}());
